package io.updraft.template;

/** An S3 bucket: its logical id, and its name where the application runs. */
public record Bucket(String id, String name) {}
