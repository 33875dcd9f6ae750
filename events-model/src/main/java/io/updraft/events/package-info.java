/** The events that Updraft publishes and consumes: envelope, payloads, subjects and streams. */
@NullMarked
package io.updraft.events;

import org.jspecify.annotations.NullMarked;
