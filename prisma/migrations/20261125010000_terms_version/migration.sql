-- Counts changes of what decides an exam's times, so that an attempt never starts on terms that have just changed.
ALTER TABLE "exams" ADD COLUMN "terms_version" INTEGER NOT NULL DEFAULT 0;
