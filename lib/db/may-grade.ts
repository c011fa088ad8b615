/** SQL: whether the person $2 (an administrator where $3) may grade in the course of the exam `e`. */
export const MAY_GRADE = `($3::boolean OR EXISTS (
  SELECT 1 FROM enrolments n WHERE n.course_id = e.course_id AND n.user_id = $2::uuid
    AND n.role IN ('instructor', 'grader') AND n.left_at IS NULL))`
