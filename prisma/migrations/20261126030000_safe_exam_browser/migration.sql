-- An exam can require Safe Exam Browser, and an instructor can let a student take it without.
ALTER TABLE "exams" ADD COLUMN "safe_exam_browser" JSONB;
ALTER TABLE "exam_exceptions" ADD COLUMN "without_safe_exam_browser" BOOLEAN NOT NULL DEFAULT false;
