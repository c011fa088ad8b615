-- Review by people: decisions that settle many grades and can be undone, claims, audits, requests, examples, notices.
ALTER TABLE "grades" ADD COLUMN "decision_id" UUID, ADD COLUMN "undoes_id" UUID;
CREATE INDEX "grades_decision_id_idx" ON "grades"("decision_id");

CREATE TABLE "review_claims" (
  "item_id" UUID NOT NULL,
  "by_id" UUID NOT NULL,
  "until" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "review_claims_pkey" PRIMARY KEY ("item_id"),
  CONSTRAINT "review_claims_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "attempt_items"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "review_audits" (
  "item_id" UUID NOT NULL,
  "drawn_at" TIMESTAMPTZ(3) NOT NULL,
  "automatic_points" INTEGER NOT NULL,
  "settled_by_decision" UUID,
  "settled_points" INTEGER,
  CONSTRAINT "review_audits_pkey" PRIMARY KEY ("item_id"),
  CONSTRAINT "review_audits_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "attempt_items"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "review_requests" (
  "id" UUID NOT NULL,
  "item_id" UUID NOT NULL,
  "part" TEXT NOT NULL,
  "criterion" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL,
  "asked_at" TIMESTAMPTZ(3) NOT NULL,
  "answered_at" TIMESTAMPTZ(3),
  "answer" TEXT,
  "decision_id" UUID,
  CONSTRAINT "review_requests_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "review_requests_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "attempt_items"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "review_requests_item_id_part_criterion_key" ON "review_requests"("item_id", "part", "criterion");

CREATE TABLE "labelled_examples" (
  "id" UUID NOT NULL,
  "item_id" UUID NOT NULL,
  "decision_id" UUID NOT NULL,
  "type" TEXT NOT NULL,
  "params" JSONB NOT NULL,
  "part" TEXT NOT NULL,
  "criterion" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "score" DOUBLE PRECISION NOT NULL,
  "automatic_score" DOUBLE PRECISION NOT NULL,
  "grader" TEXT NOT NULL,
  "by_id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "labelled_examples_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "labelled_examples_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "attempt_items"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "labelled_examples_item_id_idx" ON "labelled_examples"("item_id");
CREATE INDEX "labelled_examples_decision_id_idx" ON "labelled_examples"("decision_id");

CREATE TABLE "exam_notices" (
  "id" UUID NOT NULL,
  "exam_id" UUID NOT NULL,
  "user_id" UUID,
  "words" TEXT NOT NULL,
  "by_id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "exam_notices_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "exam_notices_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exams"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "exam_notices_exam_id_at_idx" ON "exam_notices"("exam_id", "at");
CREATE INDEX "attempt_items_needs_review_idx" ON "attempt_items"("attempt_id") WHERE "grade_status" = 'needs-review';
