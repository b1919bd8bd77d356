ALTER TABLE bot_heartbeats ADD COLUMN intents VARCHAR(200);
