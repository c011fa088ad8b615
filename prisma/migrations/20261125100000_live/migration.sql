-- Where a student is in an exam and when they were last heard of. Written often and worth nothing after a crash: a
-- page says it again within seconds.
CREATE UNLOGGED TABLE "attempt_presence" (
    "attempt_id" UUID NOT NULL,
    "seat" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "unsaved" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "attempt_presence_pkey" PRIMARY KEY ("attempt_id"),
    CONSTRAINT "attempt_presence_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
ALTER TABLE "exam_notices" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
