ALTER TABLE staff_settings ADD COLUMN board_channel_id BIGINT;
