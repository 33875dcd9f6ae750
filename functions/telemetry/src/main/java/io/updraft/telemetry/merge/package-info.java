/** Merges what has arrived into the parts of each metric, so that reading stays cheap. */
@NullMarked
package io.updraft.telemetry.merge;

import org.jspecify.annotations.NullMarked;
