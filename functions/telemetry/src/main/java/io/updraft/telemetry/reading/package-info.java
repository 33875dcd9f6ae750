/** What is read for a question: the points of which devices and metrics, in which order. */
@NullMarked
package io.updraft.telemetry.reading;

import org.jspecify.annotations.NullMarked;
