-- AlterTable
ALTER TABLE "attempts" ADD COLUMN     "is_preview" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "courses" ADD COLUMN     "archived_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "enrolments" ADD COLUMN     "left_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "exam_items" ADD COLUMN     "pool_id" UUID,
ADD COLUMN     "section_id" UUID;

-- AlterTable
ALTER TABLE "exams" ADD COLUMN     "archived_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "question_versions" ADD COLUMN     "by_id" UUID,
ADD COLUMN     "certificate" JSONB,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "title" JSONB;

-- AlterTable
ALTER TABLE "questions" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "draft" JSONB,
ADD COLUMN     "draft_at" TIMESTAMPTZ(3),
ADD COLUMN     "draft_by_id" UUID,
ADD COLUMN     "draft_revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "max_uses" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_shares" (
    "question_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "question_shares_pkey" PRIMARY KEY ("question_id","course_id")
);

-- CreateTable
CREATE TABLE "exam_sections" (
    "id" UUID NOT NULL,
    "exam_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "text" JSONB NOT NULL,

    CONSTRAINT "exam_sections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_pools" (
    "id" UUID NOT NULL,
    "exam_id" UUID NOT NULL,
    "draw" INTEGER NOT NULL,

    CONSTRAINT "exam_pools_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_course_id_idx" ON "invitations"("course_id");

-- CreateIndex
CREATE INDEX "question_shares_course_id_idx" ON "question_shares"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_sections_exam_id_position_key" ON "exam_sections"("exam_id", "position");

-- CreateIndex
CREATE INDEX "exam_pools_exam_id_idx" ON "exam_pools"("exam_id");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_shares" ADD CONSTRAINT "question_shares_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_shares" ADD CONSTRAINT "question_shares_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_sections" ADD CONSTRAINT "exam_sections_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exams"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_pools" ADD CONSTRAINT "exam_pools_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exams"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_items" ADD CONSTRAINT "exam_items_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "exam_sections"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_items" ADD CONSTRAINT "exam_items_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "exam_pools"("id") ON DELETE SET NULL ON UPDATE CASCADE;
