ALTER TABLE attendance_settings DROP COLUMN time_zone;
