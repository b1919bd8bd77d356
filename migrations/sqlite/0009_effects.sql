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
CREATE INDEX effects_by_state ON effects (state, effect_id);
CREATE INDEX effects_by_subject ON effects (guild_id, subject, state, effect_id);
CREATE INDEX effects_by_guild ON effects (guild_id, effect_id);
CREATE INDEX effects_by_member ON effects (guild_id, user_id);
CREATE INDEX effects_by_guild_and_state ON effects (guild_id, state, effect_id);
