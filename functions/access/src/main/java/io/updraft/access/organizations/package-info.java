/** Creates an organization and its first admin key. */
@NullMarked
package io.updraft.access.organizations;

import org.jspecify.annotations.NullMarked;
