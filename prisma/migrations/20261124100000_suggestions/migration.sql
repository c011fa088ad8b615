-- CreateEnum
CREATE TYPE "SuggestedVerdict" AS ENUM ('met', 'unmet');

-- CreateTable
CREATE TABLE "suggestions" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "grade_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "verdict" "SuggestedVerdict" NOT NULL,
    "quote" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "suggestions_item_id_idx" ON "suggestions"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_grade_id_criterion_key" ON "suggestions"("grade_id", "criterion");

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "attempt_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_grade_id_fkey" FOREIGN KEY ("grade_id") REFERENCES "grades"("id") ON DELETE CASCADE ON UPDATE CASCADE;
