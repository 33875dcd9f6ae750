/** How the functions of this context tell their figures. */
@NullMarked
package io.updraft.outbox.metrics;

import org.jspecify.annotations.NullMarked;
