package io.updraft.telemetry.lineprotocol;

/**
 * A line that is neither blank nor a comment.
 *
 * @param number that of its first line in the body, from 1
 */
record NumberedLine(int number, String text) {}
