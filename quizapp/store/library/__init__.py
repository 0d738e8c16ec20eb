"""The library: banks, their facts and questions, every version of a question, and files being checked."""
