package io.updraft.alert.domain;

/** A rule, and how often it has triggered. */
public record CountedRule(Rule rule, Totals totals) {}
