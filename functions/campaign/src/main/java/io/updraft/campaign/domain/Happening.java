package io.updraft.campaign.domain;

import io.updraft.events.Envelope;

/** One thing that a move tells: a line of the timeline, and its event. */
public record Happening(TimelineEntry entry, Envelope event) {}
