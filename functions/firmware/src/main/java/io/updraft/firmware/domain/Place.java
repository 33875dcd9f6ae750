package io.updraft.firmware.domain;

/** Where the bytes of one upload arrive. */
public record Place(String organization, String uploadId) {}
