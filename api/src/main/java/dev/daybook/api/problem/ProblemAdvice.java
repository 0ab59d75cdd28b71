package dev.daybook.api.problem;

import dev.daybook.api.problem.Problem.FieldError;
import dev.daybook.api.wire.EngineAwayException;
import dev.daybook.api.wire.WireFailure;
import dev.daybook.api.words.Words;
import dev.daybook.catalog.contract.RefusalDetails;
import dev.daybook.identity.contract.IdentityException;
import dev.daybook.identity.contract.IdentityProblem;
import dev.daybook.query.rebuild.ProjectionException;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place where what went wrong becomes a problem document. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String INVALID = "The request is invalid.";

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    // --- said no by the edge, a rule, or identity

    @ExceptionHandler
    ResponseEntity<Problem> on(ProblemException thrown, HttpServletRequest request) {
        return answer(
                thrown.code(),
                thrown.status(),
                message(thrown),
                thrown.errors(),
                Map.of(),
                thrown.retryAfter().orElse(null),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(IdentityException thrown, HttpServletRequest request) {
        IdentityProblem problem = thrown.problem();
        List<FieldError> errors = switch (problem) {
            case INVALID_CURSOR -> List.of(new FieldError("cursor", message(thrown)));
            case INVALID_CREDENTIALS -> List.of(new FieldError("currentPassword", "is not right"));
            case WEAK_PASSWORD -> List.of(new FieldError(passwordField(request), message(thrown)));
            default -> List.of();
        };
        return answer(
                problem.name(),
                ProblemStatus.of(problem),
                message(thrown),
                errors,
                Map.of(),
                thrown.retryAfter().orElse(null),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ProjectionException thrown, HttpServletRequest request) {
        int status = thrown.problem() == ProjectionException.Problem.UNKNOWN_PROJECTION ? 404 : 409;
        return answer(thrown.problem().name(), status, message(thrown), List.of(), Map.of(), null, request);
    }

    @ExceptionHandler({CommandExecutionException.class, QueryExecutionException.class})
    ResponseEntity<Problem> on(HandlerExecutionException thrown, HttpServletRequest request) {
        Object details = thrown.<Object>getDetails().orElse(null);
        return details instanceof RefusalDetails refusal ? refused(refusal, request) : unexpected(thrown, request);
    }

    private ResponseEntity<Problem> refused(RefusalDetails refusal, HttpServletRequest request) {
        List<FieldError> errors = switch (refusal.code()) {
            case "INVALID_CURSOR" -> List.of(new FieldError("cursor", refusal.detail()));
            case "INVALID_QUANTITY", "QUANTITY_LIMIT" -> List.of(new FieldError("quantity", refusal.detail()));
            case "UNKNOWN_PAYMENT_METHOD" ->
                List.of(new FieldError(
                        request.getRequestURI().endsWith("/payment") ? "method" : "paymentMethod", refusal.detail()));
            case "IDEMPOTENCY_KEY_REUSED" -> List.of(new FieldError("Idempotency-Key", refusal.detail()));
            default -> List.of();
        };
        return answer(
                refusal.code(),
                ProblemStatus.ofRefusal(refusal.code()),
                refusal.detail(),
                errors,
                Facts.onTheWire(refusal.facts()),
                null,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(AggregateNotFoundException thrown, HttpServletRequest request) {
        return answer(ProblemCode.NOT_FOUND, "There is no such resource.", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ConflictingModificationException thrown, HttpServletRequest request) {
        return answer(ProblemCode.PRECONDITION_FAILED, "The resource has changed since that version.", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ConcurrencyException thrown, HttpServletRequest request) {
        return answer(
                ProblemCode.CONCURRENT_CHANGE.name(),
                ProblemCode.CONCURRENT_CHANGE.status(),
                "Others changed the same resource at the same moment. Try again.",
                List.of(),
                Map.of(),
                SOON,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(AccessDeniedException thrown, HttpServletRequest request) {
        return answer(ProblemCode.FORBIDDEN, "Your account may not do this.", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(AuthenticationException thrown, HttpServletRequest request) {
        return answer(ProblemCode.UNAUTHENTICATED, "An access token is needed.", request);
    }

    // --- an engine is away

    @ExceptionHandler({
        EngineAwayException.class,
        AxonServerException.class,
        NoHandlerForCommandException.class,
        NoHandlerForQueryException.class,
        CannotCreateTransactionException.class,
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        BucketExecutionException.class
    })
    ResponseEntity<Problem> onEngineAway(Exception thrown, HttpServletRequest request) {
        LOG.warn("An engine is away", thrown);
        return answer(
                ProblemCode.UNAVAILABLE.name(),
                ProblemCode.UNAVAILABLE.status(),
                "A part of the service is away. Try again.",
                List.of(),
                Map.of(),
                Duration.ofSeconds(5),
                request);
    }

    // --- invalid

    @ExceptionHandler
    ResponseEntity<Problem> on(MethodArgumentNotValidException thrown, HttpServletRequest request) {
        List<FieldError> errors = new ArrayList<>();
        thrown.getFieldErrors().forEach(error -> errors.add(new FieldError(error.getField(), message(error))));
        thrown.getGlobalErrors().forEach(error -> errors.add(new FieldError("", message(error))));
        return invalid(errors, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HandlerMethodValidationException thrown, HttpServletRequest request) {
        List<FieldError> errors = new ArrayList<>();
        for (ParameterValidationResult result : thrown.getParameterValidationResults()) {
            if (result instanceof ParameterErrors fields) {
                fields.getFieldErrors().forEach(error -> errors.add(new FieldError(error.getField(), message(error))));
            } else {
                String parameter = String.valueOf(result.getMethodParameter().getParameterName());
                result.getResolvableErrors().forEach(error -> errors.add(new FieldError(parameter, message(error))));
            }
        }
        return invalid(errors, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MethodArgumentTypeMismatchException thrown, HttpServletRequest request) {
        return invalid(List.of(new FieldError(thrown.getName(), expected(thrown))), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MissingServletRequestParameterException thrown, HttpServletRequest request) {
        return invalid(List.of(new FieldError(thrown.getParameterName(), "must be given")), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MissingRequestHeaderException thrown, HttpServletRequest request) {
        return invalid(List.of(new FieldError(thrown.getHeaderName(), "must be given")), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMessageNotReadableException thrown, HttpServletRequest request) {
        if (BodyTooLargeException.among(thrown))
            return answer(ProblemCode.BODY_TOO_LARGE, BodyTooLargeException.DETAIL, request);
        if (!(jacksonCause(thrown) instanceof JacksonException cause))
            return malformed(List.of(new FieldError("body", "must be JSON")), request);
        boolean notJson = cause instanceof StreamReadException && !(cause instanceof InputCoercionException);
        if (notJson) {
            var where = cause.getLocation();
            String position =
                    where == null ? "" : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
            return malformed(List.of(new FieldError("body", "is not readable as JSON" + position)), request);
        }
        String field = fieldOf(cause);
        String message = cause instanceof UnrecognizedPropertyException ? "is not known" : "has the wrong type or form";
        return invalid(List.of(new FieldError(field.isEmpty() ? "body" : field, message)), request);
    }

    private static @Nullable Throwable jacksonCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof JacksonException)) cause = cause.getCause();
        return cause;
    }

    private static String fieldOf(JacksonException thrown) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : thrown.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        // an unknown member's name is the client's own text, and need not come back at length
        return path.length() > 100 ? path.substring(0, 100) : path.toString();
    }

    private static String expected(TypeMismatchException thrown) {
        Class<?> type = thrown.getRequiredType();
        if (type == null) return "has the wrong form";
        if (type.isEnum()) return "must be one of " + EnumNames.of(type);
        if (type == boolean.class || type == Boolean.class) return "must be true or false";
        if (type == Instant.class) return "must be an instant such as 2026-01-31T12:00:00Z";
        if (type == LocalDate.class) return "must be a date such as 2026-01-31";
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return "must be a number";
        return thrown.getRootCause() instanceof IllegalArgumentException told && told.getMessage() != null
                ? told.getMessage()
                : "has the wrong form";
    }

    // --- HTTP itself

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpRequestMethodNotSupportedException thrown, HttpServletRequest request) {
        return withHeaders(
                thrown.getHeaders(),
                answer(ProblemCode.METHOD_NOT_ALLOWED, "This resource does not take that method.", request));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMediaTypeNotAcceptableException thrown, HttpServletRequest request) {
        return answer(ProblemCode.NOT_ACCEPTABLE, "The resource is not to be had in that media type.", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMediaTypeNotSupportedException thrown, HttpServletRequest request) {
        return withHeaders(
                thrown.getHeaders(),
                answer(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body has a media type that is not taken.", request));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(InvalidParameterException thrown, HttpServletRequest request) {
        return answer(ProblemCode.MALFORMED_REQUEST, "The request's parameters are not readable.", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(NoResourceFoundException thrown, HttpServletRequest request) {
        return answer(ProblemCode.NOT_FOUND, "There is nothing at this path.", request);
    }

    /** Null, which answers nothing, when there is no one left to answer. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> onAnythingElse(Exception thrown, HttpServletRequest request) {
        if (clientHasGone(thrown)) {
            LOG.debug("The client left before its answer", thrown);
            return null;
        }
        if (BodyTooLargeException.among(thrown))
            return answer(ProblemCode.BODY_TOO_LARGE, BodyTooLargeException.DETAIL, request);
        if (thrown instanceof ErrorResponse known && known.getStatusCode().is4xxClientError())
            return withHeaders(
                    known.getHeaders(), ofStatus(known.getStatusCode().value(), request));
        return WireFailure.meansAway(thrown) ? onEngineAway(thrown, request) : unexpected(thrown, request);
    }

    private static boolean clientHasGone(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (cause instanceof AsyncRequestNotUsableException || cause instanceof ClientAbortException) return true;
        return false;
    }

    private ResponseEntity<Problem> ofStatus(int status, HttpServletRequest request) {
        ProblemCode code = StatusCodes.of(status);
        return answer(code.name(), status, StatusCodes.detailOf(code), List.of(), Map.of(), null, request);
    }

    private ResponseEntity<Problem> unexpected(Exception thrown, HttpServletRequest request) {
        ResponseEntity<Problem> answer =
                answer(ProblemCode.INTERNAL_ERROR, "Something went wrong here. It has been noted.", request);
        LOG.error(
                "Request {} failed",
                Optional.ofNullable(answer.getBody()).map(Problem::traceId).orElse("?"),
                thrown);
        return answer;
    }

    // --- answers

    private ResponseEntity<Problem> invalid(List<FieldError> errors, HttpServletRequest request) {
        ProblemCode code = ProblemCode.INVALID_REQUEST;
        return answer(code.name(), code.status(), INVALID, errors, Map.of(), null, request);
    }

    private ResponseEntity<Problem> malformed(List<FieldError> errors, HttpServletRequest request) {
        ProblemCode code = ProblemCode.MALFORMED_REQUEST;
        return answer(code.name(), code.status(), "The request is malformed.", errors, Map.of(), null, request);
    }

    private ResponseEntity<Problem> answer(ProblemCode code, String detail, HttpServletRequest request) {
        return answer(code.name(), code.status(), detail, List.of(), Map.of(), null, request);
    }

    private ResponseEntity<Problem> answer(
            String code,
            int status,
            String detail,
            List<FieldError> errors,
            Map<String, Object> facts,
            @Nullable Duration retryAfter,
            HttpServletRequest request) {
        var answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, Words.languageOf(request).toLanguageTag());
        if (retryAfter != null)
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        return answer.body(problems.of(code, status, detail, errors, facts, request));
    }

    private static ResponseEntity<Problem> withHeaders(HttpHeaders headers, ResponseEntity<Problem> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private static String passwordField(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/password") ? "newPassword" : "password";
    }

    private static String message(Exception thrown) {
        return thrown.getMessage() == null ? INVALID : thrown.getMessage();
    }

    private static String message(MessageSourceResolvable error) {
        return error.getDefaultMessage() == null ? "is invalid" : error.getDefaultMessage();
    }
}
