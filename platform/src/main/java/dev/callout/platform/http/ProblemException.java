package dev.callout.platform.http;

import java.util.List;

/** Thrown where HTTP itself says no: a bad cursor, a missing version, a field that is out of range. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(ProblemCode code) {
        this(Problem.of(code));
    }

    public ProblemException(ProblemCode code, String detail) {
        this(Problem.of(code, detail, List.of()));
    }

    public ProblemException(ProblemCode code, String detail, List<FieldProblem> errors) {
        this(Problem.of(code, detail, errors));
    }

    private ProblemException(Problem problem) {
        super(problem.code(), null, false, false); // an answer, not an accident: no stack trace
        this.problem = problem;
    }

    /** One field or parameter that does not do. */
    public static ProblemException invalid(String field, String code, String message) {
        return new ProblemException(
                ProblemCode.VALIDATION_FAILED, null, List.of(new FieldProblem(field, code, message)));
    }

    /** Names what exists already. */
    public ProblemException existing(String id) {
        return new ProblemException(problem.existing(id));
    }

    public ProblemException retryAfter(long seconds) {
        problem.with("Retry-After", Long.toString(Math.max(1, seconds)));
        return this;
    }

    Problem problem() {
        return problem;
    }
}
