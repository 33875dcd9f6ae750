package io.updraft.alert.domain;

import io.updraft.events.Envelope;
import java.time.Instant;

/**
 * An alert that is to begin.
 *
 * @param before how its rule stood with its device
 * @param known when what it was decided on was taken in
 * @param stamp of the rules that it was decided on
 * @param event that announces it
 */
public record Opening(Standing before, Alert alert, Instant known, String stamp, Envelope event) {}
