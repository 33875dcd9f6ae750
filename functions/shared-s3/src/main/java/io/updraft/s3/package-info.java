/** The object store as the adapters of all contexts see it: where it is, and what it refuses. */
@NullMarked
package io.updraft.s3;

import org.jspecify.annotations.NullMarked;
