-- Rosters of learning management systems: where they are read, and how it went.
ALTER TABLE "lti_contexts"
    ADD COLUMN "memberships_url" TEXT,
    ADD COLUMN "synced_at" TIMESTAMPTZ(3),
    ADD COLUMN "sync_error" TEXT;
