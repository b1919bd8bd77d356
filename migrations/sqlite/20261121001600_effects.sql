CREATE TABLE effects (
    effect_id INTEGER NOT NULL,
    guild_id INTEGER NOT NULL,
    subject TEXT NOT NULL,
    user_id INTEGER,
    action TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    last_error TEXT,
    last_error_detail TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (effect_id)
) STRICT;
