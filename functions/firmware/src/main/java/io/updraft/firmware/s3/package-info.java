/** The bytes of firmware in S3, on their way in, kept, and on their way out. */
@NullMarked
package io.updraft.firmware.s3;

import org.jspecify.annotations.NullMarked;
