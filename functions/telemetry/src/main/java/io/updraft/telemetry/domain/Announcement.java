package io.updraft.telemetry.domain;

/**
 * An event that tells of an arrival.
 *
 * @param entity organization and device; the order of events holds within it
 * @param sequence the arrival
 * @param json the envelope, to be published byte for byte
 * @param record number of the stream's record that it was made of
 */
public record Announcement(String entity, String sequence, String json, String record) {}
