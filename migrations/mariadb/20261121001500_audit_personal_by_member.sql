CREATE INDEX audit_personal_by_member ON audit_personal (guild_id, user_id);
