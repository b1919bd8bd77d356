CREATE INDEX api_tokens_by_member ON api_tokens (guild_id, user_id, token_id);
