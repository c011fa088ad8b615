-- Rules of delivery: start code, time given on top, exceptions, lateness, one-way and shuffled order, seats, receipts.

-- Failed guesses of any kind; those at passwords are forgotten after minutes, so none has to be moved.
DROP TABLE "login_failures";
CREATE TABLE "failures" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "failures_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "failures_key_at_idx" ON "failures"("key", "at");

ALTER TABLE "enrolments" ADD COLUMN "extra_minutes" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "exams" ADD COLUMN "start_code" TEXT, ADD COLUMN "extra_minutes" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "exam_exceptions" (
    "exam_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "time_limit_minutes" INTEGER,
    "extra_minutes" INTEGER NOT NULL DEFAULT 0,
    "extra_attempts" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "exam_exceptions_pkey" PRIMARY KEY ("exam_id", "user_id")
);
CREATE INDEX "exam_exceptions_user_id_idx" ON "exam_exceptions"("user_id");
ALTER TABLE "exam_exceptions" ADD CONSTRAINT "exam_exceptions_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exams"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "exam_exceptions" ADD CONSTRAINT "exam_exceptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "exam_id" UUID,
    "by_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "audit_entries_course_id_at_idx" ON "audit_entries"("course_id", "at");
CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "attempts"
    ADD COLUMN "late" JSONB,
    ADD COLUMN "seat" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "one_way" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "reached" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "receipt" TEXT;
CREATE UNIQUE INDEX "attempts_receipt_key" ON "attempts"("receipt");
-- The sweep of attempts whose time has run out looks only at open ones.
CREATE INDEX "attempts_open_closes_at" ON "attempts"("closes_at") WHERE "closed_at" IS NULL;

ALTER TABLE "attempt_items" ADD COLUMN "slot" INTEGER;
UPDATE "attempt_items" SET "slot" = "position";
ALTER TABLE "attempt_items" ALTER COLUMN "slot" SET NOT NULL;

-- The chain of revisions: each hash covers the one before it and its own row. Earlier rows are chained now.
CREATE FUNCTION "revision_hash"("before" BYTEA, "item_id" UUID, "number" INTEGER, "mutation_id" UUID, "received_at" TIMESTAMPTZ, "response" JSONB)
RETURNS BYTEA LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256("before" || convert_to(concat_ws(E'\n', "item_id", "number", "mutation_id",
    floor(extract(epoch FROM "received_at") * 1000)::bigint, "response"), 'UTF8'))
$$;
ALTER TABLE "revisions" ADD COLUMN "hash" BYTEA;
ALTER TABLE "revisions" DISABLE TRIGGER "revisions_append_only";
WITH RECURSIVE "chain" AS (
  SELECT r."item_id", r."number", revision_hash('', r."item_id", r."number", r."mutation_id", r."received_at", r."response") AS "hash"
  FROM "revisions" r WHERE r."number" = 1
  UNION ALL
  SELECT r."item_id", r."number", revision_hash(c."hash", r."item_id", r."number", r."mutation_id", r."received_at", r."response")
  FROM "chain" c JOIN "revisions" r ON r."item_id" = c."item_id" AND r."number" = c."number" + 1
)
UPDATE "revisions" r SET "hash" = c."hash" FROM "chain" c WHERE c."item_id" = r."item_id" AND c."number" = r."number";
ALTER TABLE "revisions" ENABLE TRIGGER "revisions_append_only";
ALTER TABLE "revisions" ALTER COLUMN "hash" SET NOT NULL;

CREATE TABLE "late_work" (
    "item_id" UUID NOT NULL,
    "mutation_id" UUID NOT NULL,
    "response" JSONB NOT NULL,
    "typed_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "late_work_pkey" PRIMARY KEY ("item_id", "mutation_id")
);
ALTER TABLE "late_work" ADD CONSTRAINT "late_work_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "attempt_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TRIGGER "late_work_append_only" BEFORE UPDATE ON "late_work" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "grades" ADD COLUMN "late_percent" INTEGER NOT NULL DEFAULT 0;
