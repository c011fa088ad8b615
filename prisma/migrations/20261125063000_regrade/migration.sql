-- CreateTable
CREATE TABLE "regrade_runs" (
    "id" UUID NOT NULL,
    "exam_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    "slots" INTEGER[],
    "versions" JSONB NOT NULL,
    "include_manual" BOOLEAN NOT NULL,
    "pass_percent" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "cursor" UUID,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "applied_by_id" UUID,
    "rolled_back_at" TIMESTAMPTZ(3),
    "rolled_back_by_id" UUID,
    "roll_back_reason" TEXT,

    CONSTRAINT "regrade_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regrade_items" (
    "run_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "before_grade_id" UUID,
    "before_points" INTEGER,
    "after_points" INTEGER,
    "late_percent" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "grader" TEXT NOT NULL,
    "result" JSONB,
    "changed" BOOLEAN NOT NULL,
    "skipped" TEXT,
    "applied_grade_id" UUID,
    "rolled_back_grade_id" UUID,

    CONSTRAINT "regrade_items_pkey" PRIMARY KEY ("run_id","item_id")
);

-- CreateIndex
CREATE INDEX "regrade_runs_exam_id_created_at_idx" ON "regrade_runs"("exam_id", "created_at");

-- CreateIndex
CREATE INDEX "regrade_items_item_id_idx" ON "regrade_items"("item_id");

-- AddForeignKey
ALTER TABLE "regrade_runs" ADD CONSTRAINT "regrade_runs_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exams"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_items" ADD CONSTRAINT "regrade_items_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "regrade_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrade_items" ADD CONSTRAINT "regrade_items_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "attempt_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One regrade of an exam is at work at a time.
CREATE UNIQUE INDEX "regrade_runs_one_at_work" ON "regrade_runs"("exam_id") WHERE "status" IN ('planning', 'applying', 'rolling-back');
