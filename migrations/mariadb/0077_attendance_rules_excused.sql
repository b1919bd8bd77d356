ALTER TABLE attendance_rules ADD COLUMN excused_points BIGINT NOT NULL DEFAULT 0;
