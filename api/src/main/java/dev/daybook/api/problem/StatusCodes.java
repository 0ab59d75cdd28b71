package dev.daybook.api.problem;

/** The code and words of a status that arose outside Daybook's own code: in Spring, or in the server. */
final class StatusCodes {
    private StatusCodes() {}

    static ProblemCode of(int status) {
        return switch (status) {
            case 401 -> ProblemCode.UNAUTHENTICATED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404, 410 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 409 -> ProblemCode.CONCURRENT_CHANGE;
            case 412 -> ProblemCode.PRECONDITION_FAILED;
            case 413 -> ProblemCode.BODY_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 422 -> ProblemCode.INVALID_REQUEST;
            case 429 -> ProblemCode.TOO_MANY_REQUESTS;
            case 502, 503, 504 -> ProblemCode.UNAVAILABLE;
            default -> status < 500 ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL_ERROR;
        };
    }

    static String detailOf(ProblemCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> "An access token is needed.";
            case FORBIDDEN -> "Your account may not do this.";
            case NOT_FOUND -> "There is nothing at this path.";
            case METHOD_NOT_ALLOWED -> "This resource does not take that method.";
            case NOT_ACCEPTABLE -> "The resource is not to be had in that media type.";
            case BODY_TOO_LARGE -> BodyTooLargeException.DETAIL;
            case UNSUPPORTED_MEDIA_TYPE -> "The body has a media type that is not taken.";
            case INTERNAL_ERROR -> "Something went wrong here. It has been noted.";
            case UNAVAILABLE -> "A part of the service is away. Try again.";
            default -> "The request is malformed.";
        };
    }
}
