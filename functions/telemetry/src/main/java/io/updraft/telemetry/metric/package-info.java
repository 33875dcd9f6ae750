/** Gives metric names their meaning: defines, shows, lists, replaces and deletes definitions. */
@NullMarked
package io.updraft.telemetry.metric;

import org.jspecify.annotations.NullMarked;
