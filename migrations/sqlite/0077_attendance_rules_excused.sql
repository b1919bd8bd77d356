ALTER TABLE attendance_rules ADD COLUMN excused_points INTEGER NOT NULL DEFAULT 0;
