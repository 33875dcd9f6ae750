/**
 * Goes on from the stream of the arrivals table: announces what arrived, shows it to those who
 * watch, and counts it.
 */
@NullMarked
package io.updraft.telemetry.dispatch;

import org.jspecify.annotations.NullMarked;
