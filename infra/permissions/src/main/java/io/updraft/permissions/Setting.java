package io.updraft.permissions;

/** An environment variable that code reads, and whether it can do without. */
public record Setting(String name, boolean required) {}
