CREATE TABLE number_classes (
    class_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    number_min INTEGER NOT NULL,
    number_max INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (class_id)
) STRICT;
CREATE UNIQUE INDEX number_classes_by_name ON number_classes (guild_id, name_key);
CREATE INDEX number_classes_by_guild ON number_classes (guild_id, class_id);
