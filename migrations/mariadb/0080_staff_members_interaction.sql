ALTER TABLE staff_members ADD COLUMN last_interaction_at BIGINT;
