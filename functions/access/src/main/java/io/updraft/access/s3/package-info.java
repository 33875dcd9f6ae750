/** The firmware bucket, as far as its health goes. */
@NullMarked
package io.updraft.access.s3;

import org.jspecify.annotations.NullMarked;
