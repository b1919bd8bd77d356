CREATE INDEX staff_boards_by_look ON staff_boards (looked_at);
