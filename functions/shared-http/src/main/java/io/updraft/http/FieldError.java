package io.updraft.http;

/**
 * One wrong field of a request.
 *
 * @param field where it is, from the root of the body: {@code name}, {@code parts[2].etag}
 * @param message what is wrong and what the limit is, to be read after the name of the field
 */
public record FieldError(String field, String message) {}
