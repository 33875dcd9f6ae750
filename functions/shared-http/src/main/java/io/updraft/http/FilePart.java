package io.updraft.http;

/**
 * A file in a multipart request.
 *
 * @param filename as the client named it, with no path in it
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // files are read once, never compared
public record FilePart(String filename, byte[] bytes) {}
