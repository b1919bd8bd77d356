UPDATE seasons SET expiring = TRUE WHERE closed_at IS NOT NULL;
