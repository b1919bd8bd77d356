CREATE INDEX idempotency_keys_by_member ON idempotency_keys (guild_id, about_user_id);
