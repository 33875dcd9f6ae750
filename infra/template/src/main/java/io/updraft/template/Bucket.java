package io.updraft.template;

/**
 * An S3 bucket: its logical id, and its name: the one that the template gives it, or else the one
 * that it has where the application runs.
 */
public record Bucket(String id, String name) {}
