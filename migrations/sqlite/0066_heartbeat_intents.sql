ALTER TABLE bot_heartbeats ADD COLUMN intents TEXT;
