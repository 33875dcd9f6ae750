/** Files of exports in the object store. */
@NullMarked
package io.updraft.telemetry.s3;

import org.jspecify.annotations.NullMarked;
