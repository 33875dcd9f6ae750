package io.updraft.device.domain;

/** Names one update of one organization. */
public record UpdateRef(String organization, String updateId) {}
