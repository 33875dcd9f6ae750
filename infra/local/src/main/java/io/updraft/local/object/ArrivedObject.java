package io.updraft.local.object;

/**
 * An object that is there now.
 *
 * @param event such as {@code ObjectCreated:Put}
 * @param size in bytes
 * @param etag without quotes
 */
record ArrivedObject(String event, String bucket, String key, long size, String etag) {}
