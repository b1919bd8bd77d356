ALTER TABLE guilds ADD COLUMN fallback_channel_id INTEGER;
