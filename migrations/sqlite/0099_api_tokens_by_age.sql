CREATE INDEX api_tokens_by_age ON api_tokens (created_at);
