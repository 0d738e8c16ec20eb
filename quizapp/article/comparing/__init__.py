"""What facts say of one another: what is said twice agrees, is an alias, or contradicts."""
